-- form: wrong-aggregates
-- expect: HAVING_WITHOUT_GROUPS
SELECT zone FROM rides HAVING fare > 5;
