-- form: in
-- expect: runs
SELECT fare FROM rides WHERE zone IN ('north', 'south') AND passengers NOT IN (0, 9);
