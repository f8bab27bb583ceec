-- form: wrong-create
-- expect: SYNTAX_COLUMN_TYPE
CREATE STREAM visits (visitor, at TIMESTAMP);
SELECT visitor FROM visits;
