-- form: select-star
-- expect: runs
SELECT * FROM rides;
