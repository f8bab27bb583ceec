-- form: wrong-missing-part
-- expect: SYNTAX_EXPECTED
WITH busy (SELECT zone FROM rides) SELECT zone FROM busy;
