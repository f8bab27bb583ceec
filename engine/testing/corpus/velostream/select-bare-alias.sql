-- form: alias
-- expect: runs
SELECT zone place, fare price FROM rides r;
