-- form: struct
-- expect: UNSUPPORTED_PLAIN_SELECT
SELECT STRUCT(place := zone, price := fare) AS ride FROM rides EMIT CHANGES;
