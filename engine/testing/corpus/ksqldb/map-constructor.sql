-- form: map
-- expect: UNSUPPORTED_PLAIN_SELECT
SELECT MAP('zone' := zone, 'driver' := driver) AS labels FROM rides EMIT CHANGES;
