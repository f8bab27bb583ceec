-- form: struct
-- expect: runs
SELECT STRUCT(place := zone, price := fare) AS ride FROM rides EMIT CHANGES;
