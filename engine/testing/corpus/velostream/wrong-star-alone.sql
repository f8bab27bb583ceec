-- form: wrong-star
-- expect: SYNTAX_STAR
SELECT SUM(fare) + * AS x FROM rides;
