-- form: types-nested
-- expect: runs
SELECT CAST(details AS ARRAY<STRING>) AS tags FROM orders;
