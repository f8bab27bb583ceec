-- form: select-star
-- expect: runs
SELECT r.* FROM rides AS r WHERE r.fare > 10;
