-- form: wrong-options
-- expect: SYNTAX_EXPECTED
SELECT zone FROM rides WITH ('late.data.strategy' 'drop');
