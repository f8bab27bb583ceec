-- form: lambda
-- expect: UNSUPPORTED_LAMBDA
SELECT REDUCE(MAP(zone := fare), 0, (s, k, v) => s + v) AS total FROM rides EMIT CHANGES;
