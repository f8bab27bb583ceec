-- form: lambda
-- expect: UNSUPPORTED_LAMBDA
SELECT FILTER(MAP(zone := fare), (k, v) => k <> 'north' AND v > 5) AS dear FROM rides EMIT CHANGES;
