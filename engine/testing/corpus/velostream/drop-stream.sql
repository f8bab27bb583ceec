-- form: drop
-- expect: UNSUPPORTED_DROP
CREATE STREAM visits (visitor STRING);
DROP STREAM visits;
SELECT zone FROM rides;
