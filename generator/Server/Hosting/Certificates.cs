using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PiiDocs.Core;
using PiiDocs.Server.Security;

namespace PiiDocs.Server.Hosting;

/// <summary>The certificate the server shows: the office's own, or one made here for this machine alone.</summary>
internal static class Certificates
{
    // What browsers still accept of a certificate that a user has trusted by hand.
    private const int ValidDays = 825;
    private static readonly TimeSpan RenewBefore = TimeSpan.FromDays(30);
    private static readonly string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    public static string FileIn(string dataFolder) => Path.Combine(dataFolder, "localhost.pfx");

    /// <summary>The public half, for whoever is to trust it.</summary>
    public static string PublicFileIn(string dataFolder) => Path.Combine(dataFolder, "localhost.crt");

    /// <summary>Null, with a diagnostic, where the office's own certificate cannot be used.</summary>
    public static ServerCertificate? Open(ServerOptions options, TimeProvider clock, DiagnosticBag diagnostics) =>
        options.Certificate is { } path ? OpenOwn(path, options.CertificatePasswordFile, diagnostics) : OpenMade(options, clock);

    private static ServerCertificate? OpenOwn(string path, string? passwordFile, DiagnosticBag diagnostics)
    {
        try
        {
            var password = passwordFile is null ? null : File.ReadAllText(passwordFile).TrimEnd('\r', '\n');
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(path, password);
            if (certificate.HasPrivateKey)
            {
                return new(certificate, IsNew: false, IsOwn: true);
            }

            certificate.Dispose();
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
        {
            // Said below; what the system says of it helps nobody.
        }

        diagnostics.Add(ServerErrors.BadCertificate(path));
        return null;
    }

    private static ServerCertificate OpenMade(ServerOptions options, TimeProvider clock)
    {
        var file = FileIn(options.DataFolder);
        if (File.Exists(file) && Load(file) is { } known)
        {
            if (known.NotAfter.ToUniversalTime() > clock.GetUtcNow().UtcDateTime + RenewBefore)
            {
                return new(known, IsNew: false, IsOwn: false);
            }

            known.Dispose();
        }

        using var made = Make(clock.GetUtcNow());
        OwnerFile.Write(file, made.Export(X509ContentType.Pfx));
        OwnerFile.Write(PublicFileIn(options.DataFolder), System.Text.Encoding.ASCII.GetBytes(made.ExportCertificatePem() + "\n"));

        // Read back: a key that has never been in a file does not serve TLS on every system.
        return new(Load(file)!, IsNew: true, IsOwn: false);
    }

    private static X509Certificate2? Load(string file)
    {
        try
        {
            return X509CertificateLoader.LoadPkcs12FromFile(file, null);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static X509Certificate2 Make(DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost, O=PiiDocs", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new(ServerAuthentication)], critical: false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(ValidDays));
    }
}

/// <param name="Certificate">With its private key.</param>
/// <param name="IsNew">It was made just now: nobody trusts it yet.</param>
/// <param name="IsOwn">The office brought it.</param>
internal sealed record ServerCertificate(X509Certificate2 Certificate, bool IsNew, bool IsOwn);
