-- form: concatenation
-- expect: runs
SELECT driver || ' in ' || zone AS line FROM rides;
