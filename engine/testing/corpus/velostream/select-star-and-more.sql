-- form: select-star
-- expect: runs
SELECT *, fare * 2 AS twice FROM rides;
