namespace PiiDocs.Generation;

/// <summary>Finds the folder that holds <c>templates</c> and <c>addin</c>, above the program itself.</summary>
public static class ProgramHome
{
    /// <param name="programFolder">Where the running program lies.</param>
    /// <param name="otherwise">What is given where no folder above it has templates.</param>
    public static string Find(string programFolder, string otherwise)
    {
        for (var folder = new DirectoryInfo(programFolder); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "templates", "_case")))
            {
                return folder.FullName;
            }
        }

        return otherwise;
    }
}
