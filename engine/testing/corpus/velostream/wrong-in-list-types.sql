-- form: wrong-types
-- expect: TYPE_MISMATCH
SELECT zone FROM rides WHERE shared IN (1, 2);
