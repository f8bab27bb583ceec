-- form: wrong-options
-- expect: BAD_OPTION_VALUE
SELECT zone FROM rides WITH ('semantics' = 'sparksql');
