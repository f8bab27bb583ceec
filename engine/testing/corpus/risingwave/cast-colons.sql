-- form: cast-colons
-- expect: UNSUPPORTED_PRESET
-- expect-under-velostream: runs
SELECT zone, fare::VARCHAR AS text, '12'::BIGINT + passengers AS n FROM rides;
