-- form: wrong-character
-- expect: SYNTAX_CHARACTER
SELECT fare FROM rides WHERE zone = ‘north’;
