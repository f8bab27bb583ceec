-- form: comments
-- expect: runs
-- a line
SELECT zone, /* a
block */ fare -- at the end
FROM rides /* nothing */;
