using Director.Domain.Assets.Types;

namespace Director.Domain.UnitTests.Assets;

/// <summary>The words that keep things looking the same.</summary>
public sealed class PromptTests
{
    [Fact]
    public void A_characters_attributes_are_said_in_the_order_of_its_kind_whatever_order_they_came_in()
    {
        var one = new CharacterRefDetails { Attributes = new() { ["eye_color"] = "grey", ["color"] = "#c7923a", ["age"] = "34", ["limp"] = "left", ["hair_color"] = "red", ["build"] = " " } };
        var other = one with { Attributes = one.Attributes!.Reverse().ToDictionary(a => a.Key, a => a.Value) };
        one.PromptOf("Mira").Should().Be("Mira: age 34, red hair, grey eyes, limp left");
        other.PromptOf("Mira").Should().Be(one.PromptOf("Mira"));
    }

    [Theory]
    [InlineData("robot", "material", "brass", "Bo (robot): made of brass")]
    [InlineData("animal", "species", "fox", "Bo (animal): fox")]
    [InlineData("alien", "home_planet", "Ix", "Bo (alien): from Ix")]
    [InlineData("object", "texture", "rough", "Bo (object): rough texture")]
    public void Each_kind_has_its_own_fields(string kind, string key, string value, string said) =>
        new CharacterRefDetails { CharacterType = kind, Attributes = new() { [key] = value } }.PromptOf("Bo").Should().Be(said);

    [Fact]
    public void What_a_person_wrote_is_taken_as_it_is() =>
        new CharacterRefDetails { ConsistencyPrompt = " Mira, always in yellow ", Attributes = new() { ["age"] = "34" } }.PromptOf("Mira").Should().Be("Mira, always in yellow");

    [Fact]
    public void What_says_nothing_of_its_looks_has_no_words()
    {
        new CharacterRefDetails().PromptOf("Mira").Should().BeNull();
        new StyleDetails().PromptOf("Ink").Should().BeNull();
        new ShotDetails().PromptOf("SH0010").Should().BeNull();
    }

    [Fact]
    public void A_style_says_its_prompt_and_its_colours() =>
        new StyleDetails { Prompt = "Black ink.", Description = "for people", Palette = ["#112233"] }.PromptOf("Ink").Should().Be("Ink: Black ink, colours #112233");
}
