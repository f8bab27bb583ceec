/** Functions that one of the engines has and that are not run yet: refused as such, not as unknown. */
export const otherFunctions: ReadonlySet<string> = new Set(
  `lag lead row_number rank dense_rank percent_rank cume_dist ntile nth_value
  current_time localtime proctime
  grouping grouping_id group_id explode
  tumble_proctime hop_proctime session_proctime current_watermark
  uuid rand soundex levenshtein elt field encode decode to_base64 from_base64 to_bytes from_bytes hex unhex sha1 sha224 sha384 sha512 sha2
  parse_url url_decode url_encode url_decode_param url_encode_param url_extract_host url_extract_path url_extract_port
  url_extract_protocol url_extract_query url_extract_fragment url_extract_parameter mask mask_left mask_right mask_keep_left mask_keep_right
  split_to_map str_to_map json_records json_concat jsonb_build_object jsonb_build_array jsonb_extract_path jsonb_pretty
  regexp_substr regexp_matches regexp_split_to_table format printf
  header header_keys has_header set_header remove_header`.split(/\s+/),
);

/** Of these, functions that are run somewhere: what to say elsewhere. */
export const functionsElsewhere: ReadonlyMap<string, { readonly message: string; readonly hint: string }> =
  new Map([
    [
      "current_watermark",
      {
        message:
          "CURRENT_WATERMARK is run in WHERE and in SELECT of single records, under Flink's rules only, and not here.",
        hint: "Show it as a column of a query without GROUP BY and OVER, or compare it with ts in WHERE.",
      },
    ],
  ]);
