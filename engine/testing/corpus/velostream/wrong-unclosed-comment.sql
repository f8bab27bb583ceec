-- form: wrong-unclosed
-- expect: SYNTAX_UNCLOSED_COMMENT
SELECT fare FROM rides /* forgotten
