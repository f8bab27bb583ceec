-- form: no-from
-- expect: UNSUPPORTED_NO_FROM
SELECT 1 + 1 AS two;
