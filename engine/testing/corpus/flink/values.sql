-- form: values
-- expect: UNSUPPORTED_SUBQUERY
SELECT a, b FROM (VALUES (1, 'x'), (2, 'y')) AS v (a, b);
