using System.Text;
using Director.Domain.Content;
using Director.Infrastructure.Content;
using Director.Infrastructure.Content.Languages;
using Director.Infrastructure.Content.Reading;

namespace Director.Infrastructure.UnitTests.Content;

public sealed class ReadingTests
{
    [Theory]
    [InlineData("en", "The light went out at four in the morning, and it was not the fog that he had seen.")]
    [InlineData("ru", "Свет погас в четыре часа утра, и это был не туман, который он видел.")]
    [InlineData("es", "La luz se apagó a las cuatro de la mañana, y no era la niebla lo que él había visto.")]
    [InlineData("de", "Das Licht ging um vier Uhr morgens aus, und es war nicht der Nebel, den er gesehen hatte.")]
    [InlineData("fr", "La lumière s'est éteinte à quatre heures du matin, et ce n'était pas le brouillard qu'il avait vu.")]
    [InlineData("it", "La luce si è spenta alle quattro del mattino, e non era la nebbia che lui aveva visto.")]
    [InlineData("pt", "A luz apagou-se às quatro da manhã, e não era o nevoeiro que ele tinha visto.")]
    [InlineData("uk", "Світло згасло о четвертій ранку, і це був не туман, який він бачив.")]
    [InlineData("pl", "Światło zgasło o czwartej rano i to nie była mgła, którą on widział.")]
    [InlineData("ja", "朝の四時に灯りが消えた。それは霧ではなかった。")]
    [InlineData("zh", "凌晨四点，灯灭了，那不是雾，他看见了别的东西。")]
    public void The_language_is_told(string language, string text) => LanguageDetector.Detect(text).Should().Be(language);

    [Theory]
    [InlineData("OK")]
    [InlineData("12 345 678")]
    [InlineData("Zxq vbn wrt plk")]
    public void Where_it_cannot_be_told_nothing_is_said(string text) => LanguageDetector.Detect(text).Should().BeNull();

    [Fact]
    public void A_page_in_an_old_encoding_is_read_by_its_own_word_for_it()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding("windows-1251")!.GetBytes(
            "<html><head><meta charset=windows-1251><title>Маяк</title></head><body><h1>Маяк</h1><p>Он погас в четыре часа утра, и это был не туман.<br>Никто этого не видел.</p><ul><li>Капитан</li></ul></body></html>");
        var read = Read(bytes, new ReadWish(null, "text/html", "http://example.com/a", null));
        read.Title.Should().Be("Маяк");
        read.Language.Should().Be("ru");
        read.Text.Should().Be("# Маяк\n\nОн погас в четыре часа утра, и это был не туман.\nНикто этого не видел.\n\n– Капитан");
    }

    [Fact]
    public void Controls_and_broken_characters_do_not_reach_the_text() =>
        Read(Encoding.UTF8.GetBytes("One line\u0007 with a bell that rings far out.\r\n\r\n\r\n\r\nAnother, \uFEFFlater."), new ReadWish(null, null, null, "a.txt")).Text
            .Should().Be("One line with a bell that rings far out.\n\nAnother, later.");

    [Theory]
    [InlineData("%PDF-1.7 rubbish")]
    [InlineData("%PDF-1.4\n1 0 obj<</Length 999999999>>stream\n")]
    public void What_only_begins_like_a_PDF_is_refused(string text) =>
        FluentActions.Invoking(() => Read(Encoding.ASCII.GetBytes(text), new ReadWish(null, null, null, "a.pdf"))).Should().Throw<ContentTroubleException>()
            .Which.Cause.Should().BeOneOf(ExtractionCause.Unreadable, ExtractionCause.NoText);

    [Fact]
    public void A_script_without_a_scene_is_refused_with_its_line() =>
        FluentActions.Invoking(() => Read(Encoding.UTF8.GetBytes("She waits."), new ReadWish(null, null, null, "a.fountain"))).Should().Throw<ContentTroubleException>()
            .Which.Message.Should().StartWith("Line 1:");

    private static ReadText Read(byte[] bytes, ReadWish wish) => ContentReading.Read(bytes, wish);
}
