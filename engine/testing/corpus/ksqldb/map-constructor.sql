-- form: map
-- expect: runs
SELECT MAP('zone' := zone, 'driver' := driver) AS labels FROM rides EMIT CHANGES;
