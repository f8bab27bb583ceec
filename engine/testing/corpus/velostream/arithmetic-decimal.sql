-- form: arithmetic
-- expect: runs
SELECT price * quantity AS value, price / 3 AS third, price + 0.25 AS dearer FROM trades;
