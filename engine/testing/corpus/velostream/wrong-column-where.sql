-- form: wrong-names
-- expect: UNKNOWN_COLUMN
SELECT zone FROM rides WHERE fair > 5;
