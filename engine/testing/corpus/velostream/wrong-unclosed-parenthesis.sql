-- form: wrong-unclosed
-- expect: SYNTAX_UNCLOSED_PARENTHESIS
SELECT SUM(fare AS total FROM rides;
