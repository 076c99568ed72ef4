namespace Director.Application.Interchange.Shots;

/// <summary>The words a proposal uses for size, angle and movement; the crew may use any others.</summary>
public static class ShotVocabulary
{
    public const string ExtremeCloseUp = "ECU";
    public const string CloseUp = "CU";
    public const string Medium = "MS";
    public const string Wide = "WS";
    public const string ExtremeWide = "EWS";

    public const string Low = "low";
    public const string Eye = "eye";
    public const string High = "high";
    public const string Dutch = "dutch";
    public const string OverTheShoulder = "over the shoulder";

    public const string LockedOff = "locked off";
    public const string Pan = "pan";
    public const string Tilt = "tilt";
    public const string Track = "track";
    public const string PushIn = "push in";
    public const string PullOut = "pull out";
    public const string Crane = "crane";
}
