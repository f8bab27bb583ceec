-- form: wrong-insert
-- expect: UNSUPPORTED_INSERT
CREATE STREAM visits (visitor STRING, at TIMESTAMP);
INSERT INTO visits VALUES (TRUE, FALSE);
SELECT visitor FROM visits;
