-- form: wrong-types
-- expect: TYPE_MISMATCH
SELECT fare FROM rides WHERE shared > 5;
