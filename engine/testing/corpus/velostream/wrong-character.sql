-- form: wrong-character
-- expect: SYNTAX_CHARACTER
SELECT zone FROM rides WHERE fare > 5 § 3;
