-- form: lambda
-- expect: UNSUPPORTED_LAMBDA
SELECT TRANSFORM(ARRAY[zone, driver], x => UCASE(x)) AS names FROM rides EMIT CHANGES;
