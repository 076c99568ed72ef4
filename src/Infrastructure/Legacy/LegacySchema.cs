namespace Director.Infrastructure.Legacy;

/// <summary>One table of the former system, as an export carries it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Identity">The columns that name a row; several are joined by a bar.</param>
/// <param name="Columns">Every column that is understood; others are kept aside.</param>
/// <param name="Keys">The columns by which rows find each other, at most four.</param>
/// <param name="Files">The columns that name files or addresses.</param>
internal sealed record LegacyTable(string Name, string[] Identity, string[] Columns, string[] Keys, string[] Files)
{
    /// <summary>The entry of an export that has the rows.</summary>
    internal string Entry => $"rows/{Name}.jsonl";
}

/// <summary>The tables of the former system, parents before children: the order in which they are exported and taken in.</summary>
internal static class LegacySchema
{
    internal static readonly IReadOnlyList<LegacyTable> Tables =
    [
        Table("workspaces", "id", "name slug owner_id storage_quota_gb monthly_budget_usd settings created_at updated_at", "slug"),
        Table("users", "user_id", "username language created_at updated_at", ""),
        Table("projects", "id", "workspace_id name slug type parent_project_id description status project_metadata created_at updated_at", "workspace_id parent_project_id"),
        Table("characters", "id", "workspace_id name description reference_images attributes consistency_prompt projects_used created_at updated_at", "workspace_id name", "reference_images"),
        Table("film_projects", "id",
            "workspace_id project_id title description status shots_config generated_shots video_provider image_provider audio_provider total_cost budget_limit output_path error_message created_at updated_at completed_at",
            "workspace_id project_id", "output_path"),
        Table("assets", "id",
            "workspace_id character_id name type url file_path size duration thumbnail_url tags asset_metadata is_favorite source generation_cost generation_metadata created_at updated_at",
            "workspace_id character_id url", "file_path url"),
        Table("script_generations", "id",
            "workspace_id project_id user_id generation_type version parent_id input_subject input_action input_location input_style input_genre input_idea input_partial_data ai_feedback ai_enhancement_enabled output_prompt output_negative_prompt output_metadata output_full_data is_active is_favorite rating created_at updated_at",
            "workspace_id project_id parent_id"),
        Table("scenes", "id", "script_generation_id scene_number title description location time_of_day mood characters duration_estimate pacing created_at updated_at", "script_generation_id scene_number"),
        Table("shot_generations", "id",
            "workspace_id scene_id film_id shot_number sequence_order version parent_id prompt negative_prompt shot_type camera_motion lighting emotion shot_metadata duration_seconds ai_feedback is_active is_favorite rating created_at updated_at",
            "scene_id film_id shot_number sequence_order"),
        Table("film_shots", "id",
            "shot_id film_project_id video_url thumbnail_url image_url audio_url prompt duration sequence_order status created_at updated_at",
            "film_project_id shot_id created_at sequence_order", "video_url image_url audio_url"),
        Table("shot_reviews", "id", "shot_id status notes reviewer reviewed_at created_at updated_at", "shot_id"),
        Table("content_items", "id",
            "content_hash source_type source_url file_reference extracted_text_path extracted_text_paths content_metadata user_id processing_status error_message detected_language created_at updated_at",
            "user_id", "extracted_text_path extracted_text_paths"),
        Table("processing_jobs", "id", "content_id processing_type status result_path user_prompt output_language error_message user_id created_at updated_at", "content_id", "result_path"),
        Table("generation_notes", "id", "generation_id generation_table user_id note created_at", "generation_id generation_table"),
        Table("tags", "id", "name created_at", "name"),
        Table("content_tags", "content_id tag_id", "created_at", "content_id tag_id"),
    ];

    internal static LegacyTable Get(string name) => Tables.First(t => t.Name == name);

    private static LegacyTable Table(string name, string identity, string columns, string keys, string files = "") =>
        new(name, Words(identity), [.. Words(identity), .. Words(columns)], Words(keys), Words(files));

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
