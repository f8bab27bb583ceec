-- form: wrong-unclosed
-- expect: SYNTAX_UNCLOSED_QUOTE
SELECT fare FROM rides WHERE zone = 'north;
