namespace Eligibility.Explanation;

/// <summary>For whom an answer is written.</summary>
public enum Reader
{
    /// <summary>The family: what was found, how much, why in a sentence or two, and what is still wanted of it.</summary>
    Family,

    /// <summary>Whoever decides (审核确认人员): every step with its figures, the criteria and the articles.</summary>
    Approver,

    /// <summary>Whoever checks the decision later: besides, the files, their layers and hashes, every value used and every formula.</summary>
    Auditor,
}
