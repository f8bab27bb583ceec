-- form: alias
-- expect: runs
SELECT `zone`, COUNT(*) AS `how many` FROM `rides` WINDOW TUMBLING (SIZE 1 MINUTE) GROUP BY `zone` EMIT CHANGES;
