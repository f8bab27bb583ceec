-- form: wrong-insert
-- expect: UNSUPPORTED_INSERT
CREATE STREAM visits (visitor STRING, page STRING);
INSERT INTO visits VALUES ('ann');
SELECT visitor FROM visits;
