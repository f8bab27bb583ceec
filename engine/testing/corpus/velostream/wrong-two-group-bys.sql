-- form: wrong-duplicate-clause
-- expect: SYNTAX_DUPLICATE_CLAUSE
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone GROUP BY driver;
