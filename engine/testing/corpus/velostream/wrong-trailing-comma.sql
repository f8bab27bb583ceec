-- form: wrong-missing-part
-- expect: SYNTAX_EXPRESSION
SELECT zone, fare, FROM rides;
