-- form: wrong-types
-- expect: TYPE_MISMATCH
SELECT zone FROM rides WHERE fare BETWEEN 'a' AND TRUE;
