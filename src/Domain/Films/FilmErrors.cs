using Director.Domain.Common;

namespace Director.Domain.Films;

/// <summary>Every refusal that concerns a film as a whole.</summary>
public static class FilmErrors
{
    /// <summary>Unknown, deleted or foreign.</summary>
    public static readonly Error NotFound = new("film.notFound", "There is no such film.", ErrorKind.NotFound);
    /// <summary>Unknown, deleted or foreign.</summary>
    public static readonly Error SceneNotFound = new("scene.notFound", "There is no such scene.", ErrorKind.NotFound);
    /// <summary>Unknown, deleted or foreign.</summary>
    public static readonly Error ShotNotFound = new("shot.notFound", "There is no such shot.", ErrorKind.NotFound);
    /// <summary>Unknown, deleted or foreign.</summary>
    public static readonly Error TakeNotFound = new("take.notFound", "There is no such take.", ErrorKind.NotFound);
    /// <summary>Nothing is selected.</summary>
    public static readonly Error NothingSelected = new("shot.nothingSelected", "This shot has no selected take.", ErrorKind.NotFound);
    /// <summary>The cast holds characters.</summary>
    public static readonly Error CharacterNotFound = Error.Field("characterId", "There is no such character.", "character.notFound", ErrorKind.NotFound);
}
