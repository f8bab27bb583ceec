-- form: drop
-- expect: UNSUPPORTED_DROP
DROP TABLE IF EXISTS visits;
SELECT zone FROM rides;
