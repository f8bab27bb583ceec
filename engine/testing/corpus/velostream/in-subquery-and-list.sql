-- form: in
-- expect: runs
SELECT fare FROM rides WHERE (zone IN ('a')) = (driver NOT IN ('b', 'c', NULL));
