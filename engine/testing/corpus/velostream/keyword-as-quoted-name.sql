-- form: keywords
-- expect: UNKNOWN_COLUMN
SELECT "select" FROM rides;
