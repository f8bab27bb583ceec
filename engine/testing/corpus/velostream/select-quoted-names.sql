-- form: alias
-- expect: runs
SELECT "zone" AS "the zone", `fare` FROM "rides";
