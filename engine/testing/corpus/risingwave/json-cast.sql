-- form: json
-- expect: UNSUPPORTED_TYPE
SELECT details::jsonb AS parsed FROM orders;
