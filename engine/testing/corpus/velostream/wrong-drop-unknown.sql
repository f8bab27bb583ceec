-- form: wrong-drop
-- expect: UNSUPPORTED_DROP
DROP STREAM nobody;
SELECT zone FROM rides;
