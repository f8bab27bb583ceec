-- form: wrong-emit
-- expect: SYNTAX_EMIT
SELECT zone, fare FROM rides EMIT;
