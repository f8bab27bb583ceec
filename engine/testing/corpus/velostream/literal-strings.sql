-- form: literals
-- expect: runs
SELECT 'it''s' AS quoted, '' AS nothing, 'naïve — ☂' AS letters FROM rides;
